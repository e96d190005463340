using Cwa.Dashboard.Parts;
using Cwa.Dashboard.Problems;
using Cwa.Dashboard.Reading;
using Cwa.Dashboard.Words;
using Microsoft.AspNetCore.Http;

namespace Cwa.Dashboard.Priorities;

/// <summary>Which findings are counted and listed, and by what their themes are ranked besides.</summary>
/// <param name="Agency">The abbreviation of an agency; those below it count, too.</param>
/// <param name="Customers">A group of customers, or <see cref="None"/> for what nobody of a known group said.</param>
/// <param name="State">The state of the conversation, or <see cref="None"/> for what comes from elsewhere.</param>
/// <param name="Theme">A theme, or <see cref="None"/> for findings without one.</param>
/// <param name="Own">The name of a theme of the agency's own.</param>
/// <param name="Done">How far they have come: a code of <see cref="Steps"/>.</param>
public sealed record FindingFilter(
    DateOnly From,
    DateOnly To,
    string? Agency = null,
    string? Customers = null,
    string? State = null,
    string? Theme = null,
    string? Own = null,
    string? Done = null,
    PriorityGrouping By = PriorityGrouping.Department
)
{
    /// <summary>In an address: without a value.</summary>
    public const string None = "NONE";

    internal const string Nothing = "NOTHING",
        Acted = "ACTED",
        Unknown = "UNKNOWN",
        Known = "KNOWN";

    /// <summary>How far findings have come, by code and in words.</summary>
    internal static readonly (string Code, string Word)[] Steps =
    [
        (Nothing, "Nothing was done yet"),
        (Acted, "Something was done"),
        (Unknown, "Done, outcome not known yet"),
        (Known, "Outcome known"),
    ];

    /// <summary>What an address asks for: without a period, this year.</summary>
    internal static FindingFilter Of(Asked asked, DateOnly today)
    {
        var (from, to) = asked.Year(today);
        var by = asked.Code("by", Asked.Codes<PriorityGrouping>(), "a grouping such as STATE");
        return new(
            from,
            to,
            asked.Text("agency")?.ToUpperInvariant(),
            asked.Code("customers", OrNone<CustomerGroup>(), "a group of customers such as VETERANS"),
            asked.Code("state", [.. Parts.State.All.Select(state => state.Code), None], "a state such as CA"),
            asked.Code("theme", OrNone<FindingTheme>(), "a theme such as WAITING"),
            asked.Text("own"),
            asked.Code("done", Steps.Select(step => step.Code), "a step such as NOTHING"),
            Enum.GetValues<PriorityGrouping>().FirstOrDefault(grouping => Asked.CodeOf(grouping) == by)
        );
    }

    /// <summary>The condition in the schema but for the period and what was done: what customers said.</summary>
    public IReadOnlyDictionary<string, object> Where
    {
        get
        {
            var where = new Dictionary<string, object>
            {
                ["about"] = new { nin = new[] { "EMPLOYEE_BARRIER", "EMPLOYEE_IDEA" } },
            };
            if (Agency is not null)
                where["agency"] = AgencyConditions.In(Agency);
            if (Customers is not null)
                where["customerGroup"] = Is(Customers);
            if (Theme is not null)
                where["theme"] = Is(Theme);
            if (Own is not null)
                where["ownTheme"] = new { name = new { eq = Own } };
            if (State == None)
                where["or"] = new object[]
                {
                    new Dictionary<string, object?> { ["event"] = null },
                    new { @event = new { state = Is(None) } },
                };
            else if (State is not null)
                where["event"] = new { state = Is(State) };
            return where;
        }
    }

    /// <summary>The condition for the list: with the period, and what was done.</summary>
    public IReadOnlyDictionary<string, object> Listed
    {
        get
        {
            var listed = new Dictionary<string, object>(Where) { ["foundOn"] = new { gte = From, lte = To } };
            object? actions = Done switch
            {
                Nothing => new { any = false },
                Acted => new { any = true },
                Unknown => new { any = true, all = new { outcomes = new { any = false } } },
                Known => new { some = new { outcomes = new { any = true } } },
                _ => null,
            };
            if (actions is not null)
                listed["actions"] = actions;
            return listed;
        }
    }

    /// <summary>The period alone.</summary>
    public FindingFilter All => new(From, To, By: By);

    /// <summary>The page of priorities under these conditions.</summary>
    public string Address => "/priorities" + Query(null, withGrouping: true);

    /// <summary>The list of findings under these conditions.</summary>
    public string Findings => FindingsAfter(null);

    /// <summary>The part of the list of findings after a cursor.</summary>
    public string FindingsAfter(string? cursor) => "/priorities/findings" + Query(cursor, withGrouping: false);

    /// <summary>The problems of the same agency and period. No customers, state or theme are told of them.</summary>
    internal ProblemFilter Problems => new(From, To, Agency);

    private QueryString Query(string? cursor, bool withGrouping) =>
        QueryString.Create(
            new KeyValuePair<string, string?>[]
            {
                new("from", Say.Iso(From)),
                new("to", Say.Iso(To)),
                new("agency", Agency),
                new("customers", Customers),
                new("state", State),
                new("theme", Theme),
                new("own", Own),
                new("done", Done),
                new("by", withGrouping ? Asked.CodeOf(By) : null),
                new("after", cursor),
            }.Where(parameter => parameter.Value is not null)
        );

    private static object Is(string code) => new { eq = code == None ? null : code };

    private static IEnumerable<string> OrNone<T>()
        where T : struct, Enum => Asked.Codes<T>().Append(None);
}
