// Puts the reader at the list of what to correct; once corrected and sent, "back" fetches the form anew.
export function start([summary]) {
  summary.focus();
  addEventListener("submit", () => history.replaceState(null, "", location.href));
}
