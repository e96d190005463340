using Cwa.Model;

namespace Cwa.Graph;

/// <summary>The roles that a token can carry: app roles of the registration in Entra ID.</summary>
public static class Roles
{
    /// <summary>Acts for the agencies that the token names, and for their components.</summary>
    public const string Submit = "Agency.Submit";

    /// <summary>Reads, as NPR, what all agencies report.</summary>
    public const string Read = "Npr.Read";

    /// <summary>Accepts, returns, clears and publishes for NPR; reads what <see cref="Read"/> reads.</summary>
    public const string Review = "Npr.Review";

    /// <summary>Imports agencies and sets due days.</summary>
    public const string Admin = "Npr.Admin";

    /// <summary>The role that a token needs for a verb of this role.</summary>
    public static string Of(Role role) =>
        role switch
        {
            Role.Agency => Submit,
            Role.Reviewer => Review,
            _ => Admin,
        };

    /// <summary>All of them.</summary>
    public static readonly IReadOnlyList<string> All = [Submit, Read, Review, Admin];
}
