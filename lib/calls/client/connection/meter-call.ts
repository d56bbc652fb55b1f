import type { Call } from "@twilio/voice-sdk";
import { createMeter, levelOfMos } from "@/lib/calls/client/connection/meter";
import { reportConnection } from "@/lib/calls/client/connection/report";

/** Measures the connection of an SDK call and reports it when the call ends. @returns what stops it */
export function meterCall(call: Call): () => void {
  const meter = createMeter();
  const onSample = ({ mos }: { mos: number | null }) =>
    meter.follow(mos === null ? null : levelOfMos(mos));
  function onEnd() {
    stop();
    const { CallSid } = call.parameters;
    if (CallSid) reportConnection(CallSid, meter.level());
  }
  function stop() {
    call.off("sample", onSample);
    call.off("disconnect", onEnd);
  }
  call.on("sample", onSample);
  call.on("disconnect", onEnd);
  return stop;
}
