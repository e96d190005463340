using Cwa.Graph.Engine;
using Cwa.Model;

namespace Cwa.Graph;

/// <summary>The memorandum itself.</summary>
public sealed class DirectiveQueries
{
    /// <summary>The memorandum of 3 March 1998, its duties and the authorities behind it.</summary>
    public static Cwa.Model.Directive Directive() => Cwa.Model.Directive.ConversationsWithAmerica;
}

/// <summary>The memorandum, as duties that can be checked.</summary>
public sealed class DirectiveType : ObjectType<Cwa.Model.Directive>
{
    /// <summary>What the memorandum asks for, duty by duty; at most 20.</summary>
    [ListSize(20)]
    public static IReadOnlyList<Requirement> Requirements(Cwa.Model.Directive directive) => directive.Requirements;

    /// <summary>The orders and laws that the memorandum rests on; at most 10.</summary>
    [ListSize(10)]
    public static IReadOnlyList<Authority> Authorities(Cwa.Model.Directive directive) => directive.Authorities;
}

/// <summary>A duty of the memorandum.</summary>
public sealed class RequirementType : ObjectType<Requirement>;

/// <summary>An order or a law that the memorandum rests on.</summary>
public sealed class AuthorityType : ObjectType<Authority>
{
    /// <summary>The actions that it asks for, at most 10.</summary>
    [ListSize(10)]
    public static IReadOnlyList<AuthorityAction> Actions(Authority authority) => authority.Actions;
}
