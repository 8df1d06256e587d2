// What is asked of processor and system about memory. Changes time, never a result.
#include <stddef.h>
#if defined(__linux__)
#include <sys/mman.h>
#endif

// Asks the processor to bring a cache line near before it is needed.
static inline void cogov_prefetch(const void *_Nonnull address) { __builtin_prefetch(address); }

// Asks the system to hold these bytes in large pages, where it has such; address and length in whole ones. One entry of the table of
// addresses then stands for two megabytes instead of four kilobytes.
static inline void cogov_prefer_large_pages(void *_Nonnull address, size_t length) {
#if defined(__linux__) && defined(MADV_HUGEPAGE)
    (void)madvise(address, length, MADV_HUGEPAGE);
#else
    (void)address;
    (void)length;
#endif
}
