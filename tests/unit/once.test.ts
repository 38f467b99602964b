import { describe, expect, it } from 'vitest';
import { once } from '../../src/client/search/once.ts';

describe('what the search makes once', () => {
  it('goes on in a turn of its own: a finger that touched the page meanwhile is answered first', async () => {
    const order: string[] = [];
    const made = once(async () => order.push('made'))().then(() => order.push('goes on'));
    setTimeout(() => order.push('finger'));
    await made;
    expect(order).toEqual(['made', 'finger', 'goes on']);
  });

  it('is made once, and anew after a failure', async () => {
    let tries = 0;
    const ask = once(async () => {
      tries += 1;
      if (tries === 1) throw new Error('no signal');
      return tries;
    });
    await expect(ask()).rejects.toThrow('no signal');
    expect(await ask()).toBe(2);
    expect(await ask()).toBe(2);
  });
});
