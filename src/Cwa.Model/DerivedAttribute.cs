namespace Cwa.Model;

/// <summary>
/// Marks what is worked out of the rest of a record, or of the time of saving: it tells nobody anything new.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class DerivedAttribute : Attribute;
