/**
 * What an owner pastes where the share screen shall be. It holds the screen's
 * place before any script has come, so that nothing below it moves: a phone's
 * is the taller one. No style sheet need be touched.
 */
export const sharePlace =
  '<div data-enishi="share" style="min-height: clamp(800px, 3400px - 500vw, 940px)"></div>';
