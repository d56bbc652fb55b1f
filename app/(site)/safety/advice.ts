import { Ban, EyeOff, Flag, HeartCrack, PhoneOff, ShieldCheck } from "lucide-react";

/** What each way out does, as the database enforces it. */
export const howItWorks = [
  {
    Icon: Ban,
    title: "Block",
    text: "In the menu of a chat, on a profile, or in a call. At once neither of you sees, writes to or calls the other; a call between you ends, and you leave the groups that you share. They are not told. You can undo it in Settings.",
  },
  {
    Icon: Flag,
    title: "Report",
    text: "In the same places. You say what is wrong; the latest messages of your chat and the profile are kept as evidence, even if they are deleted afterwards. A person looks at it. Whom you reported never learns that it was you.",
  },
  {
    Icon: HeartCrack,
    title: "Unmatch",
    text: "Ends the match for both of you. The conversation disappears, calls and messages are refused. Groups that you share stay. If they did something wrong, report them first: then we see what was said.",
  },
  {
    Icon: PhoneOff,
    title: "Safety in a call",
    text: "The shield in every call has Report and Block. Either hangs up first and asks later.",
  },
  {
    Icon: EyeOff,
    title: "Your number stays yours",
    text: "Nobody whom you talk to on Duet sees your telephone number, not even when they call your telephone. Keep it to yourself until you trust somebody.",
  },
  {
    Icon: ShieldCheck,
    title: "You say who may call",
    text: "Nobody calls before you have allowed it, match by match: not at all, by voice, or by video. Calls are recorded only if everybody in them agrees.",
  },
] as const;

export const advice = [
  {
    title: "Before you meet",
    points: [
      "Have a video call first. Somebody who always has a reason not to show their face may not be who they say.",
      "Stay on Duet. Whoever wants to move to another app at once may want to get away from reports.",
      "Keep your home, your workplace, your surname and your daily ways to yourself at first. Look at what is in the background of your pictures.",
      "Look for their pictures with an image search. Stolen ones turn up elsewhere under other names.",
    ],
  },
  {
    title: "Money",
    points: [
      "Never send money, gift cards or crypto to somebody whom you have not met, however good the story: a sick relative, a stuck parcel, a flight to see you.",
      "An investment tip from a match is a scam. There is no exception.",
      "Nobody from Duet asks for your code. Whoever asks for it wants your account.",
    ],
  },
  {
    title: "Pictures and video",
    points: [
      "What you show in a call can be recorded by the other side with a second device. Show what you would stand by.",
      "Somebody threatens to share pictures of you? Do not pay. Keep the messages, report and block them, and go to the police.",
      "Nobody under 18 belongs here. If somebody seems younger, stop and report it.",
    ],
  },
  {
    title: "When you meet",
    points: [
      "Meet in public, in the daytime at first, and get there and home by your own means.",
      "Tell a friend where, with whom and until when. Share your live location with them.",
      "Keep your telephone charged and your drink in sight.",
      "You may leave at any time. You need no reason. Ask the staff for help if you do not feel safe.",
    ],
  },
  {
    title: "If something happened",
    points: [
      "It is not your fault, whatever you had agreed to before.",
      "Report the person here, before you unmatch: it protects the next one.",
      "Go to the police or a counselling service near you. They help whether or not you press charges.",
    ],
  },
] as const;
