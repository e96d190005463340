using System.Reflection;
using System.Runtime.CompilerServices;
using Cwa.Graph.Engine;
using Cwa.Model;
using GraphQL.Types;

namespace Cwa.Graph;

/// <summary>The input object of a verb, or of a part of one: what is optional, and how long each text can be.</summary>
public sealed class VerbInputType<T> : AutoRegisteringInputObjectGraphType<T>
{
    private static readonly Lazy<T> Unsaid = new(Activator.CreateInstance<T>);

    /// <summary>Names the type for its verb.</summary>
    public VerbInputType()
    {
        var isNamed = typeof(T).Name.EndsWith("Input", StringComparison.Ordinal);
        Name = isNamed ? typeof(T).Name : $"{typeof(T).Name}Input";
        IsOneOf = typeof(T).IsDefined(typeof(ExactlyOneAttribute));
        if (!isNamed && typeof(T).IsAssignableTo(typeof(Verb)))
            Description = $"What `{Verb.NameOf(typeof(T))}` is to do.";
    }

    /// <inheritdoc/>
    protected override FieldType? CreateField(MemberInfo memberInfo)
    {
        var field = base.CreateField(memberInfo);
        if (field is null || memberInfo is not PropertyInfo property)
            return field;

        var isRequired = property.IsDefined(typeof(RequiredMemberAttribute));
        if (!isRequired && field.DefaultValue is null && IsNonNull(field))
            field.DefaultValue = property.GetValue(Unsaid.Value);
        field.Description += Lengths(property);
        return field;
    }

    /// <inheritdoc/>
    /// <remarks>Only because of this override is the reader of the input compiled on first use, not at start.</remarks>
    public override object ParseDictionary(IDictionary<string, object?> value) => base.ParseDictionary(value);

    private static bool IsNonNull(FieldType field) =>
        field.Type is { IsGenericType: true } type && type.GetGenericTypeDefinition() == typeof(NonNullGraphType<>);

    private static string Lengths(PropertyInfo property) =>
        DocComments.LengthOf(property)
        + (
            property.GetCustomAttribute<EachMaxLengthAttribute>() is { Length: var each }
                ? $" Each has at most {each} characters."
                : ""
        );
}
