import type { BrowserContext } from "@playwright/test";
import type { Person } from "../people.ts";

/** Puts a person before the camera of their browser: their drawn picture, on a wall of one colour. */
export async function sitBeforeCamera(
  context: BrowserContext,
  person: Person,
  wall: string,
): Promise<void> {
  await context.addInitScript(
    ({ id, color }) => {
      const real = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);

      async function portrait(): Promise<MediaStreamTrack> {
        const canvas = document.createElement("canvas");
        [canvas.width, canvas.height] = [1280, 720];
        const face = new Image();
        face.src = `/api/profiles/${id}/picture`;
        await face.decode();
        const pen = canvas.getContext("2d");
        const draw = () => {
          if (!pen) return;
          pen.fillStyle = color;
          pen.fillRect(0, 0, canvas.width, canvas.height);
          const sway = 8 * Math.sin(performance.now() / 700);
          pen.drawImage(face, 300 + sway, 60, 680, 680);
          requestAnimationFrame(draw);
        };
        draw();
        const [track] = canvas.captureStream(20).getVideoTracks();
        if (!track) throw new Error("The canvas gave no picture.");
        return track;
      }

      navigator.mediaDevices.getUserMedia = async (constraints) => {
        const stream = await real(constraints);
        for (const camera of stream.getVideoTracks()) {
          stream.removeTrack(camera);
          camera.stop();
          stream.addTrack(await portrait());
        }
        return stream;
      };
    },
    { id: person.id, color: wall },
  );
}
