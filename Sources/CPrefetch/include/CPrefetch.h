// Asks the processor to bring a cache line near before it is needed. Changes time, never a result.
static inline void cogov_prefetch(const void *_Nonnull address) { __builtin_prefetch(address); }
