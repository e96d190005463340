// The same choices for the same seed.
export function randomOf(seed) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (most) => Math.floor(next() * most);
  return {
    below,
    chance: (part) => next() < part,
    one: (list) => list[below(list.length)],
    some: (list, most) => {
      const left = [...list];
      return Array.from({ length: Math.min(most, left.length) }, () => left.splice(below(left.length), 1)[0]);
    },
  };
}
