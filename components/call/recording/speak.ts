/**
 * Says a sentence aloud where the browser has a voice. One tab says it: the one in view. It is in
 * writing as well, so silence is no failure.
 */
export function speak(sentence: string): void {
  if (document.hidden || !("speechSynthesis" in window)) return;
  const words = new SpeechSynthesisUtterance(sentence);
  words.lang = "en";
  window.speechSynthesis.speak(words);
}
