#include "CMemory.h"
// All of it is in the header, to be inlined.
