/** Stands in for Next's mark of the same name where tests run. */
export {};
