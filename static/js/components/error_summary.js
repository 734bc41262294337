// Puts the reader at the list of what to correct.
export function start([summary]) {
  summary.focus();
}
