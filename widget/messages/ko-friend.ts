import type { FriendMessages } from "./ja-friend.ts";

/** What friends see, in Korean. */
const koFriend: FriendMessages = {
  welcomeFrom: "{from} 님이 초대했어요",
  welcomeFriend: "친구가 초대했어요",
  welcomeName: "{from}님",
  welcomeGift: "{reward} 혜택을 드려요.",
  welcomeNone: "어서 오세요. 천천히 둘러보세요.",
  welcomeCode: "따로 하실 일은 없어요. 나중에 쓰실 코드:",
  welcomeTerms: "혜택 이용 조건 보기",
  own: "내 추천 링크예요",
  ownHint: "직접 쓸 수는 없지만, 친구에게 보내면 혜택을 선물할 수 있어요.",
  codeField: "추천 코드 (있으신 경우)",
  codeChecking: "확인하고 있어요…",
  codeValid: "사용할 수 있는 코드예요. {reward}",
  codeFrom: "{from} 님의 추천 코드예요. {reward}",
  codeShape: "영문과 숫자 4~20자로 된 코드를 입력해 주세요.",
  codeUnknown:
    "찾을 수 없는 추천 코드예요. 잘못 입력했거나 순서가 바뀐 글자가 없는지 확인해 주세요.",
  codeLength:
    "찾을 수 없는 추천 코드예요. 보통 8자인데 {count}자를 입력하셨어요. 확인해 주세요.",
  codeSigns:
    "찾을 수 없는 추천 코드예요. 보통 {signs} 문자는 쓰지 않으니, 비슷한 글자가 아닌지 확인해 주세요.",
  codeUnchecked: "지금은 확인하지 못했지만, 그대로 주문하실 수 있어요.",
};

export default koFriend;
