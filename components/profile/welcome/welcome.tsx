"use client";

import { useState } from "react";
import { FirstStep } from "@/components/profile/welcome/first-step";
import { SecondStep } from "@/components/profile/welcome/second-step";

interface WelcomeProps {
  profileId: string;
  next: string;
}

/** What Duet asks of a newcomer: what it must know, then what helps them to be found. */
export function Welcome({ profileId, next }: WelcomeProps) {
  const [name, setName] = useState<string>();
  // A whole new page, which knows of the profile from its first line.
  const leave = () => window.location.replace(next);
  if (name === undefined) return <FirstStep profileId={profileId} onDone={setName} leave={leave} />;
  return <SecondStep profileId={profileId} name={name} leave={leave} />;
}
