"use client";

import { type Channel, channelWords } from "@/components/auth/channels";

interface ChannelChoiceProps {
  channels: readonly Channel[];
  value: Channel;
  onChange: (channel: Channel) => void;
}

/** How the code is to come. Not shown when there is only one way. */
export function ChannelChoice({ channels, value, onChange }: ChannelChoiceProps) {
  if (channels.length < 2) return null;
  return (
    <fieldset>
      <legend className="mb-1.5 text-sm font-semibold">Send the code by</legend>
      <div className="grid grid-cols-2 gap-2">
        {channels.map((channel) => {
          const { name, Icon } = channelWords[channel];
          return (
            <label
              key={channel}
              className="flex min-h-12 cursor-pointer items-center gap-2.5 rounded-2xl bg-surface px-3.5 text-[0.9375rem] font-medium shadow-[inset_0_0_0_1.5px_var(--line)] has-checked:bg-mine-wash has-checked:text-link has-checked:shadow-[inset_0_0_0_2px_var(--link)] has-focus-visible:outline-3 has-focus-visible:outline-offset-2 has-focus-visible:outline-link"
            >
              <input
                type="radio"
                name="channel"
                value={channel}
                checked={channel === value}
                onChange={() => onChange(channel)}
                className="sr-only"
              />
              <Icon aria-hidden="true" size={18} />
              {name}
            </label>
          );
        })}
      </div>
    </fieldset>
  );
}
