/** A number that follows from a text alone (FNV-1a, 32 bits). */
function numberOf(text: string): number {
  let number = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1)
    number = Math.imul(number ^ text.charCodeAt(at), 0x01000193);
  return number;
}

/** Each bit of a number in all bits of another (the last step of MurmurHash3). */
function mixed(number: number): number {
  let bits = Math.imul(number ^ (number >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return (bits ^ (bits >>> 16)) >>> 0;
}

/**
 * Chooses one of a list by a drawn number, so that whoever joins or leaves the list changes the choice
 * of as few draws as there can be: of `n` that are in it, one in `n` (rendezvous hashing). A place in
 * the list would change for almost all, and what changes when somebody else registers is a decoy
 * (rule REFUSAL-2).
 * @param nameOf what tells one from the other, and stays
 * @param draw 0 to 2³² - 1, each as likely as the other; who can guess it can guess the choice
 */
export function steadyChoice<T>(
  list: readonly T[],
  nameOf: (one: T) => string,
  draw: number,
): T | undefined {
  let chosen: T | undefined;
  let highest = -1;
  for (const one of list) {
    const weight = mixed(numberOf(nameOf(one)) ^ draw);
    if (weight > highest) [chosen, highest] = [one, weight];
  }
  return chosen;
}
