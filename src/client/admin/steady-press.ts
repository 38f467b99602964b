/**
 * A press counts for what lay under it when it began. Who presses something leaves a field: what is wrong there is
 * told, the page grows, and the thing is gone from under the pointer before it comes up again, which a browser takes
 * for no press at all. Told by the events of a mouse, which fingers and pens send too: a finger has been lifted before
 * the field is left, and only they stand before and after.
 */

const PRESSED = 'a, button, input, label, summary';

/** So far may a pointer have gone, in CSS pixels: who draws it away thinks better of it. */
const NEAR = 6;

let began: { readonly pressed: HTMLElement; readonly down: MouseEvent } | undefined;

addEventListener(
  'mousedown',
  (down) => {
    // With a key held down a press means something else, which is the browser's.
    const isPlain = down.button === 0 && !down.ctrlKey && !down.metaKey && !down.shiftKey;
    const pressed = isPlain && down.target instanceof Element && down.target.closest<HTMLElement>(PRESSED);
    began = pressed ? { pressed, down } : undefined;
  },
  true,
);

addEventListener(
  'mouseup',
  (up) => {
    if (!began) return;
    const { pressed, down } = began;
    began = undefined;
    const isMissed = up.target instanceof Node && !pressed.contains(up.target);
    const isNear = Math.hypot(up.clientX - down.clientX, up.clientY - down.clientY) <= NEAR;
    if (isMissed && isNear && pressed.isConnected) setTimeout(() => pressed.click());
  },
  true,
);
