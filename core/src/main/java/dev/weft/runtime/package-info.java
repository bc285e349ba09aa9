/**
 * What woven code calls. Public for that reason only, and versioned by {@link
 * dev.weft.runtime.Companions#VERSION}: no other code should use it.
 *
 * <p>Start reading at {@link dev.weft.runtime.GeneratorFrame}, the driver.
 */
@NullMarked
package dev.weft.runtime;

import org.jspecify.annotations.NullMarked;
