namespace Cwa.Model;

/// <summary>Marks what is computed from other properties or the time of saving. The audit leaves it out.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class DerivedAttribute : Attribute;
