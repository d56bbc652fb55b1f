/**
 * Length of the payload descriptor in front of VP8 data, in bytes.
 * @see https://www.rfc-editor.org/rfc/rfc7741#section-4.2
 */
function descriptorLength(payload: Buffer): number {
  const first = payload[0] ?? 0;
  if ((first & 0x80) === 0) return 1;
  const extension = payload[1] ?? 0;
  let length = 2;
  if (extension & 0x80) length += (payload[length] ?? 0) & 0x80 ? 2 : 1;
  if (extension & 0x40) length += 1;
  if (extension & 0x30) length += 1;
  return length;
}

/** Whether a VP8 packet begins a picture that can be shown without any other. */
export function beginsKeyFrame(payload: Buffer): boolean {
  const first = payload[0] ?? 0;
  // Start of a partition (S), and of the first one (PID 0).
  if ((first & 0x17) !== 0x10) return false;
  const header = payload[descriptorLength(payload)];
  return header !== undefined && (header & 1) === 0;
}

/** Fits a packet of the internet's with room for what is put around it. */
const maxPayload = 1100;

/** Cuts an encoded picture into the payloads of its packets. */
export function packetise(frame: Buffer): Buffer[] {
  const count = Math.ceil(frame.length / maxPayload);
  return Array.from({ length: count }, (_, index) => {
    const part = frame.subarray(index * maxPayload, (index + 1) * maxPayload);
    return Buffer.concat([Buffer.of(index === 0 ? 0x10 : 0), part]);
  });
}
