/**
 * Runs in a search page before its form is drawn: marks a page that was called with a question, so that it keeps room
 * for the answers and nothing jumps when they come (search.css). What shows them takes the mark away.
 */
export const ASKED_SCRIPT = "if(/[?&]q=./.test(location.search))document.documentElement.dataset.asked=''";
