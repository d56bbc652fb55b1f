/**
 * All that a voice note needs from the press on the button until it is sent: fetched together, so
 * that what has been said can be kept without a network.
 *
 * @throws TypeError when it is not to be had
 */
export async function fetchRecording() {
  const [{ RecordingPanel }, { openMicrophone }, { sendNote }, { pause }] = await Promise.all([
    import("@/components/chat/voice-notes/recording-panel"),
    import("@/lib/chat/voice-notes/client/microphone"),
    import("@/lib/chat/voice-notes/client/outgoing"),
    import("@/lib/player/player"),
  ]);
  return { RecordingPanel, openMicrophone, sendNote, pause };
}
