import more from "../../sdk/protocol/words/more-ko.ts";
import type { MoreMessages } from "./ja-more.ts";

/** The drawer of further channels, in Korean. */
const koMore: MoreMessages = {
  ...more,
  pictureSaved:
    "메시지를 복사하고 QR 코드 이미지를 저장했어요. Instagram에서 이미지를 고르고 메시지를 붙여 넣으세요.",
};

export default koMore;
