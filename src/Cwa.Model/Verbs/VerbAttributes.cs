namespace Cwa.Model;

/// <summary>Who may call a verb.</summary>
public enum Role
{
    /// <summary>Someone who acts for an agency and its components.</summary>
    Agency,

    /// <summary>A reviewer of NPR.</summary>
    Reviewer,

    /// <summary>An administrator of NPR.</summary>
    Administrator,
}

/// <summary>Says who may call a verb.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ByAttribute(params Role[] roles) : Attribute
{
    /// <summary>The roles: one of them is enough.</summary>
    public IReadOnlyList<Role> Roles => roles;
}

/// <summary>Names the record in the payload, where the name of its type would not do.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class GivesAttribute(string name) : Attribute
{
    /// <summary>The name, such as `action`.</summary>
    public string Name => name;

    /// <summary>The most records in the payload, if there can be several.</summary>
    public int Most { get; init; }
}

/// <summary>Says that the payload tells what becomes different about a report's events.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class TellsChangesAttribute : Attribute;

/// <summary>Says how long each text of a list can be.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class EachMaxLengthAttribute(int length) : Attribute
{
    /// <summary>The length, in UTF-16 code units.</summary>
    public int Length => length;
}

/// <summary>Says that a caller gives exactly one of the properties.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ExactlyOneAttribute : Attribute;
