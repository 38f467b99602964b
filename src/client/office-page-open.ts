/** The same where an office's hours or its address are published: says whether it is open, copies the address. */
// Who is in is told by whether it is open.
import './open-now.ts';
import './office-page.ts';
import './copy-text.ts';
