/** Where the journeys' own app and sandbox answer: beside those of `npm run dev`, never in their place. */
export const appPort = 3100;
export const supabasePort = 54421;
export const twilioPort = 54430;
export const appUrl = `http://localhost:${appPort}`;
export const supabaseUrl = `http://127.0.0.1:${supabasePort}`;
export const twilioUrl = `http://127.0.0.1:${twilioPort}`;
/** What the app under test logs. */
export const appLog = new URL("../.sandbox/journeys.log", import.meta.url);
