/** The same where an office's hours or its address are published: says whether it is open, copies the address. */
import './office-page.ts';
import './open-now.ts';
import './copy-text.ts';
