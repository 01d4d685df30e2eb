import type { HostedWords } from "./ja.ts";

/** The collector's own pages in Korean. Names take the same particle whatever they end in. */
const ko: HostedWords = {
  test: "테스트용 페이지예요. 혜택은 지급되지 않아요.",
  terms: "이용 조건",
  disclosure: "전송되는 정보 안내",
  share: {
    title: (brand) => `${brand}, 친구에게도 알려 주세요`,
    lead: "늘 이용해 주셔서 고마워요. 마음에 드셨다면 친구에게도 소개해 주세요.",
    rewardTitle: "이용해 주셔서 고마워요",
    rewardLead:
      "받으실 추천 혜택이 있다면 지금 확인하고 있어요. 확정되면 추천 현황에서 보실 수 있어요. 괜찮으시면 친구에게도 소개해 주세요.",
    link: "추천 링크",
    code: "추천 코드",
    codeHint: "링크를 쓸 수 없을 때는 이 코드를 알려 주세요.",
    message: "보내는 메시지",
    more: "다른 방법으로 보내기",
    qr: "QR 코드 보기",
    qrAlt: (link) => `QR 코드: ${link}`,
    qrPng: "PNG로 저장",
    qrSvg: "SVG로 저장",
    preview: "친구에게 보이는 페이지",
    progress: "추천 현황 보기",
    private:
      "이 페이지는 다른 사람에게 전달될 수 있어서 받으신 혜택이나 선물 코드는 표시하지 않아요. 본인 확인 후에 보실 수 있어요.",
    stale:
      "본인 확인 시간이 지났어요(최대 24시간). 가게에 로그인한 뒤 다시 열어 주세요.",
    progressTitle: "내 혜택과 친구",
    proofTitle: "먼저 본인 확인이 필요해요",
    proof: (brand) =>
      `혜택, 선물 코드, 추천 현황은 본인에게만 보여 드려요. ${brand}에 로그인한 뒤 마이페이지의 추천 현황에서 열어 주세요.`,
    proofScript: "보시려면 JavaScript를 켜 주세요.",
    toShop: (brand) => `${brand} 바로 가기`,
    back: "추천 링크로 돌아가기",
    closed: {
      paused: {
        title: "친구 추천이 잠시 쉬고 있어요",
        lead: "다시 시작하면 이 페이지에서 친구를 추천하실 수 있어요. 지금까지 받은 혜택은 그대로예요.",
      },
      ended: {
        title: "친구 추천이 끝났어요",
        lead: "함께해 주셔서 고마워요. 지금까지 받은 혜택은 그대로예요.",
      },
      suspended: {
        title: "이 추천 링크는 지금 사용할 수 없어요",
        lead: "이유를 모르시겠다면 가게에 문의해 주세요.",
      },
    },
    missing: {
      404: {
        title: "이 링크를 열지 못했어요",
        lead: "링크가 중간에 잘린 것 같아요. 메일 등에 있는 링크를 끝까지 다시 열어 주세요. 그래도 열리지 않으면 가게에 문의해 주세요.",
      },
      410: {
        title: "이 페이지는 사라졌어요",
        lead: "이 링크는 더 이상 사용할 수 없어요. 친구를 추천하시려면 가게에서 새 링크를 받아 주세요.",
      },
    },
  },
  later: {
    title: "지금은 링크를 열 수 없어요",
    lead: "잠시 문제가 생겼어요. 링크는 그대로 쓸 수 있으니 조금 뒤에 다시 열어 주세요.",
  },
  landing: {
    eyebrow: "친구가 소개했어요",
    title: (brand) => `${brand}에 오신 걸 환영해요`,
    from: (name, brand) => `${name} 님이 ${brand}에 초대했어요`,
    lead: "처음 오신 분께 드리는 혜택이 있어요.",
    noOffer: "친구가 이곳을 소개해 주었어요.",
    offer: "친구가 보낸 혜택",
    disclosure:
      "[광고] 여기에서 가입하거나 구매하시면 소개한 분도 혜택을 받아요.",
    button: (brand) => `${brand} 둘러보기`,
    code: "나중에 쓰실 추천 코드",
    codeHint: "가입하거나 구매하실 때 입력해 주세요.",
    external: "평소 쓰는 브라우저로 열기",
    inApp:
      "앱 안에서 열린 화면이에요. 평소 쓰는 브라우저에서 구매하실 때는 위 코드를 사용해 주세요.",
    preview: "친구에게는 이렇게 보여요.",
    closed: {
      paused: {
        title: "친구 추천이 잠시 쉬고 있어요",
        lead: "지금은 추천 혜택이 없지만, 가게는 둘러보실 수 있어요.",
      },
      ended: {
        title: "친구 추천이 끝났어요",
        lead: "추천 혜택은 없지만, 가게는 둘러보실 수 있어요.",
      },
      suspended: {
        title: "이 추천 링크는 지금 사용할 수 없어요",
        lead: "추천 혜택은 없지만, 가게는 둘러보실 수 있어요.",
      },
      unknown: {
        title: "이 추천 코드를 찾지 못했어요",
        lead: "코드를 다시 확인하시거나 보내 주신 분께 물어봐 주세요. 가게는 그대로 둘러보실 수 있어요.",
      },
    },
  },
  preview: {
    labelled: (title) => `[광고] ${title} (보낸 분도 혜택을 받아요)`,
    from: (name, brand) => `${name} 님이 ${brand}에 초대했어요`,
    title: (brand) => `${brand} 초대장이 도착했어요`,
  },
};

export default ko;
