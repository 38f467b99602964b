/** By this line the comment of an earlier run is found, to be replaced. */
export const COMMENT_MARK = '<!-- open-office-gate -->';
