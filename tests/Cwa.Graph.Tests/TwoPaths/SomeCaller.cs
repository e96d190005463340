namespace Cwa.Graph.Tests.TwoPaths;

/// <summary>A kind of caller.</summary>
/// <param name="Name">What the caller is called.</param>
/// <param name="Roles">The caller's roles.</param>
/// <param name="Token">The caller's token; null without one.</param>
/// <param name="IsFar">Whether the caller asks through a proxy, and so not from this machine.</param>
internal sealed record SomeCaller(string Name, IReadOnlyList<string> Roles, string? Token, bool IsFar = false)
{
    /// <summary>Ten kinds of callers.</summary>
    public static IReadOnlyList<SomeCaller> Kinds(RealValues values) =>
        [
            new("the public", [], null, IsFar: true),
            new("a developer on this machine", [Cwa.Graph.Roles.Read], null),
            Of("a reader at NPR", Cwa.Graph.Roles.Read),
            Of("a reviewer at NPR", Cwa.Graph.Roles.Review),
            Of("an administrator at NPR", Cwa.Graph.Roles.Admin),
            Of("someone of an agency, without a role", null, "SSA"),
            Of("an agency", Cwa.Graph.Roles.Submit, "SSA"),
            Of("two agencies", Cwa.Graph.Roles.Submit, "IRS", "EPA"),
            Of("a department with its components", Cwa.Graph.Roles.Submit, "HHS"),
            Of("an agency that is requested to adhere", Cwa.Graph.Roles.Submit, values.RequestedAgency),
        ];

    /// <summary>Whether the caller may select what needs one of these roles.</summary>
    public bool Has(IReadOnlyList<string> roles) =>
        roles.Count == 0 ? Roles.Any(r => r != Cwa.Graph.Roles.Admin) : roles.Any(Roles.Contains);

    private static SomeCaller Of(string name, string? role, params string[] agencies)
    {
        string[] roles = role is null ? [] : [role];
        return new(name, roles, SignedInCaller.TokenOf(name, roles, agencies));
    }
}
