namespace Cwa.Graph;

/// <summary>What a person is told about their sign-in, and where they can go from there.</summary>
/// <param name="Status">The status of the response.</param>
/// <param name="Title">What happened.</param>
/// <param name="Text">What it means, and what to do.</param>
/// <param name="Links">The words and the address of each link.</param>
internal sealed record SignInNotice(
    int Status,
    string Title,
    string Text,
    params IReadOnlyList<(string Words, string Address)> Links
)
{
    private const string Overview = "/";

    /// <summary>Whether they can sign out here.</summary>
    public bool CanLeave { get; private init; }

    /// <summary>They may not sign in any more.</summary>
    public static readonly SignInNotice Revoked = new(
        StatusCodes.Status403Forbidden,
        "You may no longer sign in here",
        "Your access was withdrawn. If that is a mistake, ask NPR. You can still read what is public.",
        Reading()
    );

    /// <summary>The server has no credential with the directory.</summary>
    public static readonly SignInNotice NotSetUp = new(
        StatusCodes.Status404NotFound,
        "Nobody can sign in on these pages",
        "You can read what is public. Its operator sets AzureAd:ClientCredentials to let people sign in.",
        Reading()
    );

    /// <summary>Where people choose who to be, and the choice was none.</summary>
    public static readonly SignInNotice NotOnTheList = new(
        StatusCodes.Status400BadRequest,
        "There is nobody of this name to sign in as",
        "Choose someone from the list.",
        ("Choose again", SignInEndpoints.SignInPath)
    );

    /// <summary>They have signed out.</summary>
    /// <param name="hasDirectory">Whether they may still be signed in to the directory.</param>
    public static SignInNotice Left(bool hasDirectory) =>
        new(
            StatusCodes.Status200OK,
            "You are signed out",
            hasDirectory
                ? "You may still be signed in to your organization. On a shared computer, sign out there too."
                : "On this machine you now read as a developer does, unless you sign in as someone else.",
            [
                .. hasDirectory
                    ? new[] { ("Sign out of your organization too", SignInEndpoints.DirectorySignOutPath) }
                    : [],
                ("Sign in again", SignInEndpoints.SignInPath),
                ("Go to the overview", Overview),
            ]
        );

    /// <summary>A request came with a cookie that is not, or no longer, accepted.</summary>
    public static SignInNotice Ended(HttpRequest request)
    {
        var isRead = HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method);
        var back = isRead ? SignInEndpoints.BackOf($"{request.Path}{request.QueryString}") : Overview;
        return new(
            StatusCodes.Status401Unauthorized,
            "You were signed out",
            isRead
                ? "Sign in again, or go on without: then you read what is public."
                : "What you sent was not stored. Sign in again in another tab, then go back and send it once more.",
            Again(back),
            ("Go on without", back)
        );
    }

    /// <summary>The answer of the directory belongs to no sign-in that began here a short while ago.</summary>
    public static SignInNotice TooLate(string back) =>
        new(
            StatusCodes.Status400BadRequest,
            "Your sign-in took too long",
            "Sign in again. If you read this every time, your browser keeps no cookies: allow them for this site.",
            Again(back),
            Reading()
        );

    /// <summary>The directory did not answer.</summary>
    public static SignInNotice Away(string back) =>
        new(
            StatusCodes.Status503ServiceUnavailable,
            "The directory that signs people in is away",
            "Try again in a few seconds. Meanwhile you can read what is public.",
            Again(back),
            Reading()
        );

    /// <summary>The database did not answer.</summary>
    public static SignInNotice DatabaseAway(string back) =>
        new(
            StatusCodes.Status503ServiceUnavailable,
            "The database is away",
            "You are not signed in. Try again in a few seconds.",
            Again(back)
        );

    /// <summary>The directory refused, or the person did.</summary>
    public static SignInNotice NotLetIn(string back) =>
        new(
            StatusCodes.Status403Forbidden,
            "Your organization did not sign you in",
            "Either you cancelled, or you were not given access. Whoever administers your organization's directory can "
                + "give you a role here.",
            Again(back),
            Reading()
        );

    /// <summary>Something is wrong with the server or its settings.</summary>
    public static SignInNotice Fault(string traceId, string back) =>
        new(
            StatusCodes.Status500InternalServerError,
            "You could not be signed in",
            $"The fault is ours. If it stays, report this number: {traceId}",
            Again(back),
            Reading()
        );

    /// <summary>Who the caller is, and what they may do.</summary>
    public static SignInNotice Rights(Caller caller, IReadOnlyList<string> agencies, string back) =>
        new(
            StatusCodes.Status200OK,
            caller.IsSignedIn ? $"You are signed in as {caller.Name}" : "You are not signed in",
            string.Join(' ', RightsOf(caller, agencies)),
            ("Go on", back)
        )
        {
            CanLeave = caller.IsSignedIn,
        };

    private static IEnumerable<string> RightsOf(Caller caller, IReadOnlyList<string> agencies)
    {
        if (agencies is [_, ..])
            yield return $"You read and report for {string.Join(", ", agencies)}.";
        else if (caller.Has(Roles.Submit))
            yield return "You may report for an agency, but your account names none that is known here. Whoever "
                + "administers your organization's directory can set its abbreviation.";
        if (caller.IsNpr)
            yield return "You read for NPR what all agencies report, except drafts.";
        if (caller.CanReview)
            yield return "You accept and return reports, clear and publish.";
        if (caller.Has(Roles.Admin))
            yield return "You import agencies and set due days.";
        if (!caller.HasOneOf(Roles.All))
            yield return "You read what is public."
                + (
                    caller.IsSignedIn
                        ? " You have no role here. Whoever administers your organization's directory can give you "
                            + $"one: {Roles.Submit} to report for your agency, {Roles.Read} to read for NPR."
                        : ""
                );
    }

    private static (string, string) Again(string back) => ("Sign in again", SignInEndpoints.SignInTo(back));

    private static (string, string) Reading() => ("Read what is public", Overview);
}
