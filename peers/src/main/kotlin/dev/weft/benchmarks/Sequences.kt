package dev.weft.benchmarks

/** The cases of the benchmarks as Kotlin has them: sequences, whose bodies may call suspend functions. */
object Sequences {
    @JvmStatic
    fun range(limit: Int): Iterator<Int> = iterator {
        for (i in 0 until limit) {
            yield(i)
        }
    }

    @JvmStatic
    fun deep(depth: Int, limit: Int): Iterator<Int> = iterator { descend(depth, limit) }

    /** Adds one on the way back, so that no call is a tail call. */
    private suspend fun SequenceScope<Int>.descend(depth: Int, limit: Int): Int {
        if (depth > 1) {
            return descend(depth - 1, limit) + 1
        }
        for (i in 0 until limit) {
            yield(i)
        }
        return 1
    }

    @JvmStatic
    fun passing(limit: Int): Iterator<Int> = iterator {
        for (i in 0 until limit) {
            if (Filter.passes(i)) {
                yield(i)
            }
        }
    }

    @JvmStatic
    internal fun walked(root: Node?): Iterator<Int> = iterator { walk(root) }

    private suspend fun SequenceScope<Int>.walk(node: Node?) {
        if (node != null) {
            walk(node.left)
            yield(node.value)
            walk(node.right)
        }
    }

    @JvmStatic
    internal fun delegating(node: Node?): Iterator<Int> = iterator {
        if (node != null) {
            yieldAll(delegating(node.left))
            yield(node.value)
            yieldAll(delegating(node.right))
        }
    }
}
