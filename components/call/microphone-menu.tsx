"use client";

import { Menu as BaseMenu } from "@base-ui/react/menu";
import { Check, ChevronDown, Mic } from "lucide-react";
import { Menu } from "@/components/ui/menu";
import type { MicrophoneChoice } from "@/lib/calls/client/microphone";
import { commandVoice } from "@/lib/calls/client/voice";

interface MicrophoneMenuProps {
  microphones: readonly MicrophoneChoice[];
  chosen: string | null;
}

/** Which microphone the call uses; remembered for the next one. */
export function MicrophoneMenu({ microphones, chosen }: MicrophoneMenuProps) {
  if (microphones.length < 2) return null;
  return (
    <Menu
      label="Choose microphone"
      icon={
        <>
          <Mic aria-hidden="true" size={18} />
          <ChevronDown aria-hidden="true" size={14} />
        </>
      }
      className="inline-flex size-11 items-center justify-center rounded-full text-on-mine transition-colors duration-150 hover:bg-white/15"
    >
      <BaseMenu.RadioGroup
        value={chosen}
        onValueChange={(deviceId: string) => void commandVoice({ type: "microphone", deviceId })}
      >
        {microphones.map(({ deviceId, label }) => (
          <BaseMenu.RadioItem
            key={deviceId}
            value={deviceId}
            closeOnClick
            className="flex min-h-11 max-w-80 cursor-pointer items-center gap-2 rounded-xl px-3 font-medium outline-none data-highlighted:bg-sunken"
          >
            <span className="w-5 shrink-0">
              <BaseMenu.RadioItemIndicator>
                <Check aria-hidden="true" size={18} />
              </BaseMenu.RadioItemIndicator>
            </span>
            <span className="truncate">{label}</span>
          </BaseMenu.RadioItem>
        ))}
      </BaseMenu.RadioGroup>
    </Menu>
  );
}
