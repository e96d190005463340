namespace Cwa.Model;

/// <summary>Who does something.</summary>
public enum Role
{
    /// <summary>Someone who acts for an agency and its components.</summary>
    Agency,

    /// <summary>A reviewer of NPR.</summary>
    Reviewer,

    /// <summary>An administrator of NPR.</summary>
    Administrator,
}

/// <summary>Says whose a verb is to do.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ByAttribute(params Role[] roles) : Attribute
{
    /// <summary>The roles: one of them is enough.</summary>
    public IReadOnlyList<Role> Roles => roles;
}

/// <summary>Says what the record is called in the answer, where the name of its type would not do.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class GivesAttribute(string name) : Attribute
{
    /// <summary>The name, such as `action`.</summary>
    public string Name => name;

    /// <summary>The most records that it gives, if it gives several.</summary>
    public int Most { get; init; }
}

/// <summary>Says how long each text of a list can be.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class EachMaxLengthAttribute(int length) : Attribute
{
    /// <summary>The length, in UTF-16 code units.</summary>
    public int Length => length;
}

/// <summary>Says that exactly one of the properties of a part of a verb is given.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ExactlyOneAttribute : Attribute;
