#ifndef COGOV_REFERENCE_H
#define COGOV_REFERENCE_H

#include <stdint.h>

/// Plain-C versions of the participation and trust kernels, over the same columns and with the same arithmetic, so
/// that results can be compared bit for bit and times one with another.

enum { cogov_tie_slots = 10 };

/// Logistic noise of `count` residents, rounded up to a multiple of 16: Philox 4x32-10, then the logit of each word.
void cogov_noise(float *noise, uint32_t count, uint32_t key0, uint32_t key1, uint32_t community, uint32_t month,
                 uint32_t draw);

/// Share of ties active last month; `active` has a row `count` that stays 0, `share` and `far_count` hold far ties.
void cogov_gather(uint32_t count, const uint16_t *tie, const uint8_t *tie_count, const uint8_t *rung, float *active,
                  float *share, const float *far_count);

/// Utility without what depends on an offer, added to the noise in `utility`.
void cogov_utility(uint32_t count, float *utility, const float *standing, const float *spirit, const float *efficacy,
                   const float *active_ties, const float *habit, const float *fatigue, const float weights[7]);

/// Trust of a month: four lanes a resident; `before` holds last month's, with a row `count` of zeros.
void cogov_trust(uint32_t count, float *trust, const float *before, const float *need, const uint16_t *tie,
                 const uint8_t *tie_count, const float *far_trust, const float *far_count, const float *active_ties,
                 const uint8_t *met, const float *seen, const float *moves, const float by_service[4],
                 const float by_ties[4], float up, float down, float social);

#endif
