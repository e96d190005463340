using System.Globalization;
using Cwa.Dashboard.Parts;
using Cwa.Dashboard.Reading;
using Microsoft.AspNetCore.Http;

namespace Cwa.Dashboard.Promises;

/// <summary>Which promises are shown, of those that hold.</summary>
/// <param name="Agency">The abbreviation of an agency; those below it count, too.</param>
/// <param name="Kept">Only the list is under it; null for all.</param>
public sealed record PromiseFilter(string? Agency = null, string? Customers = null, Kept? Kept = null)
{
    /// <summary>What an address asks for.</summary>
    internal static PromiseFilter Of(Asked asked)
    {
        var kept = asked.Code("kept", Asked.Codes<Kept>(), "one of KEPT, NOT_KEPT and NOT_MEASURED");
        return new(
            asked.Text("agency")?.ToUpperInvariant(),
            asked.Code("customers", Asked.Codes<CustomerGroup>(), "a group of customers such as VETERANS"),
            Enum.GetValues<Kept>().Cast<Kept?>().FirstOrDefault(known => Asked.CodeOf(known!.Value) == kept)
        );
    }

    /// <summary>The condition in the schema, `ServiceStandardFilterInput`: promises that hold on a day.</summary>
    public IReadOnlyDictionary<string, object> Where(DateOnly today)
    {
        var where = new Dictionary<string, object>
        {
            ["effectiveFrom"] = new { lte = today },
            ["or"] = new object[]
            {
                new { withdrawnOn = new { eq = (DateOnly?)null } },
                new { withdrawnOn = new { gt = today } },
            },
        };
        if (Agency is not null)
            where["agency"] = AgencyConditions.In(Agency);
        if (Customers is not null)
            where["customerGroup"] = new { eq = Customers };
        return where;
    }

    /// <summary>The page under these conditions.</summary>
    public string Address => AddressFrom(null);

    /// <summary>The list, from one of its promises on.</summary>
    /// <param name="start">How many come before it.</param>
    public string AddressFrom(int? start) =>
        "/promises"
        + QueryString.Create(
            new KeyValuePair<string, string?>[]
            {
                new("agency", Agency),
                new("customers", Customers),
                new("kept", Kept is { } kept ? Asked.CodeOf(kept) : null),
                new("start", start is { } before ? before.ToString(CultureInfo.InvariantCulture) : null),
            }.Where(parameter => parameter.Value is not null)
        );

    /// <summary>What promises are called that were kept, or not.</summary>
    internal static string WordOf(Kept kept) =>
        kept switch
        {
            Promises.Kept.Kept => "Kept",
            Promises.Kept.NotKept => "Not kept",
            _ => "Not measured",
        };
}
