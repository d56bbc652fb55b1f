/** What a picture may be sent as. Telephones that take others turn them into JPEG when asked for these. */
export const pictureTypes = ["image/jpeg", "image/png", "image/webp", "image/avif"] as const;

export const maxPictureBytes = 10 * 1024 * 1024;

/** Edge length in pixels under which nobody is recognised. */
export const minPictureEdge = 200;
