/**
 * A press counts for what lay under it when it began. Who presses a button leaves a field: what is wrong there is told,
 * the page grows, and the button is gone from under the pointer before it comes up again, which a browser takes for no
 * press at all.
 */

/** So far may a pointer have gone, in CSS pixels: who draws it away thinks better of it. */
const NEAR = 6;

let began: { readonly button: HTMLButtonElement; readonly down: PointerEvent } | undefined;

addEventListener(
  'pointerdown',
  (down) => {
    const isMain = down.isPrimary && down.button === 0;
    const button = isMain && down.target instanceof Element && down.target.closest('button');
    began = button ? { button, down } : undefined;
  },
  true,
);

addEventListener(
  'pointerup',
  (up) => {
    if (!began) return;
    const { button, down } = began;
    began = undefined;
    const isMissed = up.target instanceof Node && !button.contains(up.target);
    const isNear = Math.hypot(up.clientX - down.clientX, up.clientY - down.clientY) <= NEAR;
    if (isMissed && isNear && button.isConnected) setTimeout(() => button.click());
  },
  true,
);

addEventListener('pointercancel', () => (began = undefined), true);
