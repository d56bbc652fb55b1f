"use client";

import { createContext, useContext } from "react";

/** The signed-in person, who has a profile. */
export interface Viewer {
  id: string;
  name: string;
  /** `avatar_path` of the profile; null for the drawn picture. */
  picture: string | null;
}

const Context = createContext<Viewer | null>(null);

export const ViewerProvider = Context.Provider;

/** The signed-in person. @throws Error outside the signed-in shell */
export function useViewer(): Viewer {
  const viewer = useContext(Context);
  if (!viewer) throw new Error("useViewer is for pages inside the signed-in shell");
  return viewer;
}
