namespace Cwa.Dashboard.Scorecard;

/// <summary>How the page names the memorandum's actions and duties in a few words.</summary>
internal static class DutyWords
{
    /// <summary>2.1 for CWA-2.1.</summary>
    public static string Number(string key) => key[(key.IndexOf('-', StringComparison.Ordinal) + 1)..];

    public static string Name(string key) =>
        key switch
        {
            "CWA-1.1" => "Talks all year",
            "CWA-2.1" => "Liaison by 16 March",
            "CWA-2.2" => "NPR was told",
            "CWA-2.3" => "Monthly reports",
            "CWA-3.1" => "People met",
            "CWA-3.2" => "Media of four",
            "CWA-3.3" => "Home areas reached",
            "CWA-4.1" => "Process in place",
            "CWA-4.2" => "Solving days held",
            "CWA-4.3" => "Figures put to use",
            "CWA-4.4" => "Fixed for good",
            "CWA-5.1" => "Studied, acted on",
            "CWA-5.2" => "Part of the plans",
            "CWA-6.1" => "Yearly results",
            "CWA-6.2" => "Surveys, bench\u00ADmarks",
            "CWA-I" => "Independent agencies",
            "CWA-J" => "Judicial review",
            _ => "",
        };

    public static string ActionName(int? action) =>
        action switch
        {
            1 => "Talk",
            2 => "Name and report",
            3 => "Reach",
            4 => "Complaints",
            5 => "Use it",
            6 => "Results",
            _ => "",
        };

    /// <summary>Whether figures are shown for the duty, which is not judged.</summary>
    public static bool IsFigure(Requirement requirement) => requirement.Action == 3;
}
