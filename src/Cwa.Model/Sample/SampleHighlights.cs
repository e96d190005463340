using static Cwa.Model.EventFormat;

namespace Cwa.Model;

/// <summary>Conversations written for the agencies that meet the public most.</summary>
internal static class SampleHighlights
{
    private static readonly Dictionary<string, SampleConversation[]> ByAbbreviation = new()
    {
        ["SSA"] =
        [
            new(
                TownHall,
                "Disability claims town hall",
                "Claims staff explain each step of a disability claim, then listen to what claimants went through."
            ),
            new(
                TvCallIn,
                "Retirement planning on local television",
                "Viewers ask about their earnings record and what they can expect at 62 and at 65."
            ),
            new(
                ProblemSolvingDay,
                "Problem-solving day at the field office",
                "Customers with overpayments or missing checks bring their letters; a decision maker is in the room."
            ),
        ],
        ["IRS"] =
        [
            new(
                ProblemSolvingDay,
                "Problem-solving day for old cases",
                "Taxpayers with long-standing cases meet staff from collection, examination and appeals at one table."
            ),
            new(
                FocusGroup,
                "Focus group on notices",
                "Fifteen taxpayers read three notices aloud and say where they stop understanding."
            ),
            new(
                RadioCallIn,
                "Evening call-in on tax credits",
                "Working families ask about the earned income credit and free help with their returns."
            ),
        ],
        ["NWS"] =
        [
            new(
                OpenHouse,
                "Forecast office open house",
                "Visitors follow a storm from radar to warning, and say which warnings reach them."
            ),
            new(
                Workshop,
                "Storm spotter workshop",
                "Volunteers learn to report what they see, and tell forecasters what they need back."
            ),
        ],
        ["INS"] =
        [
            new(
                ListeningSession,
                "Listening session on naturalization",
                "Applicants and community groups describe the wait from application to oath."
            ),
            new(
                ProblemSolvingDay,
                "Naturalization problem-solving day",
                "Applicants with lost files or expired fingerprints meet an officer."
            ),
        ],
        ["NPS"] =
        [
            new(
                CommentCard,
                "Visitor comment cards",
                "Cards at the gate ask every visitor what was best and what was missing."
            ),
            new(
                TownHall,
                "Gateway community evening",
                "Neighbors of the park talk with rangers about traffic, trails and fees."
            ),
        ],
        ["USPS"] =
        [
            new(
                AdvisoryMeeting,
                "Customer advisory council",
                "Residents and mailers meet the postmaster about delivery times and waiting lines."
            ),
            new(
                OpenHouse,
                "A morning at the post office",
                "Customers see how mail is sorted and fill in a card about service at the counter."
            ),
        ],
        ["PTO"] =
        [
            new(
                FocusGroup,
                "Focus group of independent inventors",
                "First-time inventors tell which letters they needed help to read."
            ),
            new(
                OnlineChat,
                "Trademark questions on line",
                "Examining staff answer small businesses' questions about filing electronically."
            ),
        ],
        ["CENSUS"] =
        [
            new(
                ListeningSession,
                "What should the census ask?",
                "Communities say what they use census figures for, and what kept neighbors from answering."
            ),
            new(
                Workshop,
                "Finding local figures on the web",
                "Librarians and planners try out new data pages while staff watch and take notes."
            ),
        ],
        ["FAA"] =
        [
            new(
                TownHall,
                "Airspace and noise evening",
                "Residents near the airport talk with controllers about routes and night flights."
            ),
            new(
                Hotline,
                "Travelers' safety hotline week",
                "Travelers ask about safety and what can be carried on board."
            ),
        ],
        ["FEMA"] =
        [
            new(
                TownHall,
                "After the flood: town hall",
                "Families who applied for help tell which steps took too long."
            ),
            new(
                Mail,
                "Letters from families helped last year",
                "Families are asked by letter how long the first visit and the first check took."
            ),
        ],
        ["SBA"] =
        [
            new(
                Workshop,
                "First loan workshop",
                "Owners fill in a loan application with staff and mark each question that they find unclear."
            ),
            new(
                WebForum,
                "Rules that small firms would change",
                "Owners name the form that costs them most time, and why."
            ),
        ],
        ["VBA"] =
        [
            new(
                ProblemSolvingDay,
                "Claims day for veterans",
                "Veterans with claims older than a year meet the person who decides them."
            ),
            new(
                RadioCallIn,
                "Home loans on the air",
                "Veterans call in about certificates of eligibility and lenders."
            ),
        ],
        ["VHA"] =
        [
            new(
                FocusGroup,
                "Focus group on waiting rooms",
                "Patients walk through a visit, minute by minute, with clinic staff."
            ),
            new(
                TownHall,
                "Medical center town hall",
                "Veterans and families ask the director about clinics, hours and parking."
            ),
        ],
        ["EPA"] =
        [
            new(
                TownHall,
                "What is in our water?",
                "Residents read a draft water report and say what they would want to know first."
            ),
            new(
                WebForum,
                "Your environment by zip code",
                "Users of the web site say which local figures they look for in vain."
            ),
        ],
        ["FDA"] =
        [
            new(
                FocusGroup,
                "Focus group on medicine labels",
                "Patients over 60 read labels and tell what they would do next."
            ),
        ],
        ["HCFA"] =
        [
            new(
                TownHall,
                "Choosing a health plan",
                "People on Medicare compare two plans with the draft handbook, and say where it loses them."
            ),
        ],
        ["SFA"] =
        [
            new(Hotline, "Student aid week", "Students and parents call about the aid form while they fill it in."),
        ],
        ["CA"] =
        [
            new(
                OpenHouse,
                "Passport night at the public library",
                "Families apply after work, and fill in a card about the wait and the form."
            ),
        ],
        ["OSHA"] =
        [
            new(
                Workshop,
                "Small shops, safe shops",
                "Owners and workers of small shops walk through a checklist with a compliance assistant."
            ),
        ],
        ["USCS"] =
        [
            new(
                AdvisoryMeeting,
                "Port users' round table",
                "Brokers, carriers and travelers go through last quarter's release times with the port director."
            ),
        ],
    };

    public static SampleConversation[]? Of(string abbreviation) => ByAbbreviation.GetValueOrDefault(abbreviation);
}
