/** How sure a statement is: four shades became two states, of a text that was read and of one that was not. */
export const certaintyOf = (old: unknown): unknown => {
  if (old === 'seen') return 'read';
  return old === undefined || old === 'high' || old === 'medium' || old === 'unverified'
    ? 'second-hand'
    : old;
};

/** The same in the writing of a text. */
export const CERTAINTY_WORDS = [
  [/\bcertainty:( *)seen\b/g, 'certainty:$1read'],
  [/\bcertainty:( *)(?:high|medium|unverified)\b/g, 'certainty:$1second-hand'],
] as const;
