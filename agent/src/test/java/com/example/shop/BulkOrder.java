package com.example.shop;

/** Inherits a coroutine method, and does not name the library. */
public interface BulkOrder extends Order {}
