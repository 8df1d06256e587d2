#include "reference.h"

#include <string.h>

static inline float from_bits(uint32_t bits) {
    float value;
    memcpy(&value, &bits, sizeof value);
    return value;
}

static inline uint32_t to_bits(float value) {
    uint32_t bits;
    memcpy(&bits, &value, sizeof bits);
    return bits;
}

static inline int32_t exponent_of(float x) { return ((int32_t)to_bits(x) - 0x3F3504F3) >> 23; }

static inline float significand_of(float x, int32_t k) { return from_bits(to_bits(x) - ((uint32_t)k << 23)); }

static inline float logit(uint32_t word) {
    float a = (float)(int32_t)(word >> 1) + 0.5f;
    float b = (float)(int32_t)(~word >> 1) + 0.5f;
    int32_t ka = exponent_of(a), kb = exponent_of(b);
    float ma = significand_of(a, ka), mb = significand_of(b, kb);
    float s = (ma - mb) / (ma + mb);
    float z = s * s;
    float p = 0.6667349f + z * (0.39635748f + z * 0.33985138f);
    return (float)(ka - kb) * 0.69314718f + (2 * s + (s * z) * p);
}

void cogov_noise(float *restrict noise, uint32_t count, uint32_t key0, uint32_t key1, uint32_t community,
                 uint32_t month, uint32_t draw) {
    uint32_t filled = (count + 15) & ~15u;
    for (uint32_t start = 0; start < filled; start += 1024) {
        uint32_t end = start + 1024 < filled ? start + 1024 : filled;
        for (uint32_t group = start / 4; group < end / 4; group++) {
            uint32_t c0 = group, c1 = community, c2 = month, c3 = draw, k0 = key0, k1 = key1;
            for (int round = 0; round < 10; round++) {
                uint64_t p0 = (uint64_t)0xD2511F53u * c0, p1 = (uint64_t)0xCD9E8D57u * c2;
                uint32_t n0 = (uint32_t)(p1 >> 32) ^ c1 ^ k0, n2 = (uint32_t)(p0 >> 32) ^ c3 ^ k1;
                c1 = (uint32_t)p1;
                c3 = (uint32_t)p0;
                c0 = n0;
                c2 = n2;
                k0 += 0x9E3779B9u;
                k1 += 0xBB67AE85u;
            }
            noise[4 * group] = from_bits(c0);
            noise[4 * group + 1] = from_bits(c1);
            noise[4 * group + 2] = from_bits(c2);
            noise[4 * group + 3] = from_bits(c3);
        }
        for (uint32_t i = start; i < end; i++) noise[i] = logit(to_bits(noise[i]));
    }
}

void cogov_gather(uint32_t count, const uint16_t *restrict tie, const uint8_t *restrict tie_count,
                  const uint8_t *restrict rung, float *restrict active, float *restrict share,
                  const float *restrict far_count) {
    for (uint32_t i = 0; i < count; i++) active[i] = rung[i] > 0 ? 1.0f : 0.0f;
    active[count] = 0;
    for (uint32_t i = 0; i < count; i++) {
        const uint16_t *slots = tie + (uint64_t)i * cogov_tie_slots;
        float sum = share[i];
        for (int slot = 0; slot < cogov_tie_slots; slot++) sum += active[slots[slot]];
        float ties = (float)tie_count[i] + far_count[i];
        share[i] = sum / (ties > 1 ? ties : 1);
    }
}

void cogov_utility(uint32_t count, float *restrict utility, const float *restrict standing,
                   const float *restrict spirit, const float *restrict efficacy, const float *restrict active_ties,
                   const float *restrict habit, const float *restrict fatigue, const float weights[7]) {
    float base = weights[0], by_spirit = weights[1], by_efficacy = weights[2];
    float by_ties = weights[3], by_habit = weights[4], by_fatigue = weights[5], seasoned = weights[6];
    for (uint32_t i = 0; i < count; i++) {
        utility[i] = utility[i] + base + standing[i] + by_spirit * spirit[i] + by_efficacy * efficacy[i] +
                     by_ties * active_ties[i] * (1.0f - seasoned * habit[i]) + by_habit * habit[i] - by_fatigue * fatigue[i];
    }
}

void cogov_trust(uint32_t count, float *restrict trust, const float *restrict before, const float *restrict need,
                 const uint16_t *restrict tie, const uint8_t *restrict tie_count, const float *restrict far_trust,
                 const float *restrict far_count, const float *restrict active_ties, const uint8_t *restrict met,
                 const float *restrict seen, const float *restrict moves, const float by_service[4],
                 const float by_ties[4], float up, float down, float social) {
    for (uint32_t i = 0; i < count; i++) {
        const uint16_t *slots = tie + (uint64_t)i * cogov_tie_slots;
        float sum[4];
        for (int lane = 0; lane < 4; lane++) sum[lane] = far_trust[4 * i + lane];
        for (int slot = 0; slot < cogov_tie_slots; slot++) {
            const float *other = before + 4 * (uint64_t)slots[slot];
            for (int lane = 0; lane < 4; lane++) sum[lane] += other[lane];
        }
        float ties = (float)tie_count[i] + far_count[i];
        float share = 1 / (ties > 1 ? ties : 1);
        const float *n = need + 8 * (uint64_t)i;
        // In the order in which eight lanes are summed by halves.
        float all = ((n[0] + n[4]) + (n[2] + n[6])) + ((n[1] + n[5]) + (n[3] + n[7]));
        float service = 1 - all * 0.125f;
        const float *signal = seen + 4 * met[i], *open = moves + 4 * met[i];
        float pull = ties > 0 ? social : 0;
        for (int lane = 0; lane < 4; lane++) {
            float own = before[4 * i + lane];
            float gap = signal[lane] + by_service[lane] * service + by_ties[lane] * active_ties[i] - own;
            float rise = gap > 0 ? gap : 0, fall = gap < 0 ? gap : 0;
            float next = own + (rise * up + fall * down) * open[lane] + (sum[lane] * share - own) * pull;
            trust[4 * i + lane] = next < 0 ? 0 : next > 1 ? 1 : next;
        }
    }
}
