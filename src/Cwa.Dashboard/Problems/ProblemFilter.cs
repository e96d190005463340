using Cwa.Dashboard.Complaints;
using Cwa.Dashboard.Reading;
using Cwa.Dashboard.Words;
using Microsoft.AspNetCore.Http;

namespace Cwa.Dashboard.Problems;

/// <summary>Which problems are counted and listed.</summary>
/// <param name="Agency">The abbreviation of an agency; those below it count, too.</param>
/// <param name="Status">A status, or <see cref="NotSolved"/> for all but VERIFIED. Only the list is under it.</param>
public sealed record ProblemFilter(DateOnly From, DateOnly To, string? Agency = null, string? Status = null)
{
    /// <summary>In an address: not solved yet.</summary>
    public const string NotSolved = "OPEN";

    /// <summary>The status of what is solved.</summary>
    public const string Verified = "VERIFIED";

    private const string SolvingDay = "PROBLEM_SOLVING_DAY";

    /// <summary>How far problems have come, by code and in words.</summary>
    public static IEnumerable<(string Code, string Word)> Statuses { get; } =
    [
        (NotSolved, "Not solved yet"),
        .. Enum.GetValues<ProblemStatus>().Select(status => (Asked.CodeOf(status), Say.Code(Asked.CodeOf(status)))),
    ];

    /// <summary>What an address asks for: without a period, this year.</summary>
    internal static ProblemFilter Of(Asked asked, DateOnly today)
    {
        var (from, to) = asked.Year(today);
        return new(
            from,
            to,
            asked.Text("agency")?.ToUpperInvariant(),
            asked.Code("status", Statuses.Select(status => status.Code), "a status such as VERIFIED")
        );
    }

    /// <summary>The condition for agencies.</summary>
    public object Agencies => Agency is null ? new { } : AgencyConditions.In(Agency);

    /// <summary>The condition for problems but for the period, `SystemicProblemFilterInput`.</summary>
    public Dictionary<string, object> Where =>
        Agency is null ? [] : new Dictionary<string, object> { ["agency"] = Agencies };

    /// <summary>The condition for the list: with the period and the status.</summary>
    public Dictionary<string, object> Listed
    {
        get
        {
            var listed = new Dictionary<string, object>(Where) { ["foundOn"] = new { gte = From, lte = To } };
            if (Status is not null)
                listed["status"] = Status == NotSolved ? new { neq = Verified } : (object)new { eq = Status };
            return listed;
        }
    }

    /// <summary>The condition for all that are not solved, whatever is listed.</summary>
    public Dictionary<string, object> Unsolved => (this with { Status = NotSolved }).Listed;

    /// <summary>The problem-solving days of the period that are over and took place, as far as anybody says.</summary>
    public Dictionary<string, object> Days =>
        new(Where)
        {
            ["format"] = new { eq = SolvingDay },
            ["startsOn"] = new { gte = From, lte = To },
            ["status"] = new { @in = new[] { "HELD", "UNCONFIRMED" } },
        };

    /// <summary>Those of the days that have not said what they solved, as far as the caller may read that.</summary>
    public Dictionary<string, object> Untold => new(Days) { ["outcomeMissing"] = new { eq = true } };

    /// <summary>What the days solved.</summary>
    public object Outcomes => new { @event = Days };

    /// <summary>Whether a problem was found in the period.</summary>
    public bool Covers(DateOnly day) => From <= day && day <= To;

    /// <summary>The period alone.</summary>
    public ProblemFilter All => new(From, To);

    /// <summary>The page under these conditions.</summary>
    public string Address => AddressAfter(null);

    /// <summary>The part of the list after a cursor.</summary>
    public string AddressAfter(string? cursor) =>
        "/problems" + Query(new("agency", Agency), new("status", Status), new("after", cursor));

    private QueryString Query(params KeyValuePair<string, string?>[] more) =>
        QueryString.Create(
            new KeyValuePair<string, string?>[] { new("from", Say.Iso(From)), new("to", Say.Iso(To)) }
                .Concat(more)
                .Where(parameter => parameter.Value is not null)
        );
}
