/** https://wicg.github.io/document-picture-in-picture/ */
interface DocumentPictureInPicture {
  requestWindow(options: { width: number; height: number }): Promise<Window>;
}

declare global {
  interface Window {
    documentPictureInPicture?: DocumentPictureInPicture;
  }
}

/** The browser's way to make such a window; absent where it cannot. */
export const documentPip = (): DocumentPictureInPicture | undefined =>
  window.documentPictureInPicture;

/**
 * Opens an empty window above all others, in this page's styles.
 *
 * @returns null when the browser refuses
 */
export async function openPipWindow(): Promise<Window | null> {
  try {
    const opened = await documentPip()?.requestWindow({ width: 360, height: 270 });
    if (!opened) return null;
    for (const style of document.querySelectorAll('link[rel="stylesheet"], style')) {
      opened.document.head.append(opened.document.importNode(style, true));
    }
    opened.document.documentElement.className = document.documentElement.className;
    opened.document.title = document.title;
    return opened;
  } catch {
    return null;
  }
}
