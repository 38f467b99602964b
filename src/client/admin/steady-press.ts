/**
 * A press counts for what lay under it when it began. Who presses a button leaves a field: what is wrong there is told,
 * the page grows, and the button is gone from under the pointer before it comes up again, which a browser takes for no
 * press at all.
 */

/** So far may a pointer have gone, in CSS pixels: who draws it away thinks better of it. */
const NEAR = 6;

let began: { readonly button: HTMLButtonElement; readonly x: number; readonly y: number } | undefined;

addEventListener(
  'pointerdown',
  ({ target, isPrimary, button: which, clientX: x, clientY: y }) => {
    const button = target instanceof Element && isPrimary && which === 0 && target.closest('button');
    began = button ? { button, x, y } : undefined;
  },
  true,
);

addEventListener(
  'pointerup',
  ({ target, clientX, clientY }) => {
    const { button, x, y } = began ?? {};
    began = undefined;
    if (!button?.isConnected || x === undefined || y === undefined) return;
    const isMissed = target instanceof Node && !button.contains(target);
    if (isMissed && Math.hypot(clientX - x, clientY - y) <= NEAR) setTimeout(() => button.click());
  },
  true,
);

addEventListener('pointercancel', () => (began = undefined), true);
