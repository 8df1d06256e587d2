// What libFuzzer offers to a mutator of one's own.
#pragma once
#include <stddef.h>
#include <stdint.h>

/// Changes bytes as the fuzzer does by itself; returns how many there are then.
size_t LLVMFuzzerMutate(uint8_t *data, size_t size, size_t most);
