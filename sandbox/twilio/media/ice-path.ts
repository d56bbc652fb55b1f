import type { Address, Message, Protocol, RTCIceTransport } from "werift";

/**
 * Does what werift leaves out as an ICE-lite agent: heeds only checks that are meant for it, so that
 * a stray one cannot take the media away, and sends on the path that the browser has nominated
 * last, so that media goes on when that has lost its network.
 *
 * @returns whether the check is to be answered
 * @see https://www.rfc-editor.org/rfc/rfc8445#section-7.3
 */
export function heedCheck(
  transports: readonly RTCIceTransport[],
  check: Message,
  [host, port]: Address,
  protocol: Protocol,
): boolean {
  const [addressee] = String(check.getAttributeValue("USERNAME")).split(":");
  const connection = transports
    .map((transport) => transport.connection)
    .find(({ localUsername }) => localUsername === addressee);
  if (!connection) return false;
  if (!connection.nominated || !check.attributesKeys.includes("USE-CANDIDATE")) return true;
  const chosen = connection.checkList.find(
    (pair) =>
      pair.protocol === protocol && pair.remoteAddr[0] === host && pair.remoteAddr[1] === port,
  );
  if (chosen) connection.nominated = chosen;
  return true;
}
