import { html } from "hono/html";
import type { TwilioContext } from "../twilio/context.ts";
import type { Participant, PublishedTrack } from "../twilio/rooms/participant.ts";
import type { Room } from "../twilio/rooms/room.ts";
import { clockTime, empty, type Html, minutes, nameOf, pill } from "./format.ts";

/** Older rooms than these are left out of the page. */
const maxShown = 20;

const isLive = ({ status }: Room) => status === "in-progress";

function renderTrack({ kind, name, enabled }: PublishedTrack): Html {
  return html`<li>${kind} <small class="mono wrap">${name}</small> ${enabled ? "" : "(off)"}</li>`;
}

function renderStatus({ status }: Participant): Html {
  if (status === "connected") return pill("Connected", "good");
  return status === "reconnecting" ? pill("Reconnecting", "busy") : pill("Left", "quiet");
}

function renderParticipants({ config }: TwilioContext, room: Room): Html {
  if (room.everyone().length === 0) return html`<p>Nobody has come yet.</p>`;
  return html`<table>
    <thead>
      <tr>
        <th scope="col">Participant</th><th scope="col">Tracks</th><th scope="col">Status</th>
      </tr>
    </thead>
    <tbody>
      ${room.everyone().map(
        (participant) => html`<tr>
          <td>
            ${nameOf(config, participant.identity)} ${clockTime(participant.startTime)}<br />
            <small class="mono wrap">${participant.sid}</small>
          </td>
          <td><ul>${participant.tracks().map(renderTrack)}</ul></td>
          <td>
            ${renderStatus(participant)}
            ${participant.duration === null ? "" : minutes(participant.duration)}
          </td>
        </tr>`,
      )}
    </tbody>
  </table>`;
}

function renderRoom(context: TwilioContext, room: Room): Html {
  const people = new Set(room.everyone().map(({ identity }) => nameOf(context.config, identity)));
  const live = isLive(room);
  return html`<details class="row" id="room-${room.sid}" ${live ? "open" : ""}>
    <summary>
      <span class="title">${[...people].join(", ") || room.uniqueName}</span>
      <span class="meta">
        ${room.duration === null ? "" : minutes(room.duration)} ${clockTime(room.dateCreated)}
      </span>
      ${live ? pill("In progress", "good") : pill("Completed", "quiet")}
    </summary>
    <div class="inside">
      <p class="mono wrap">${room.sid}<br />${room.uniqueName}</p>
      <p>
        ${room.participants().length} of ${room.settings.maxParticipants} places taken,
        ${room.sequence} callbacks sent
      </p>
      ${renderParticipants(context, room)}
      ${
        live
          ? html`<button type="button" class="danger" id="end-${room.sid}" data-complete="${room.sid}">
              End the room
            </button>`
          : ""
      }
    </div>
  </details>`;
}

/** Rooms in progress on top, then the latest, each with its people and what they publish. */
export function renderRooms(context: TwilioContext): Html {
  const all = context.rooms.list();
  const shown = [...all.filter(isLive), ...all.filter((room) => !isLive(room))];
  if (shown.length === 0) return empty("No rooms yet. Press Video call in the app.");
  return html`${shown.slice(0, maxShown).map((room) => renderRoom(context, room))}`;
}
