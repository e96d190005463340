using System.Reflection;
using GraphQL.Types;

namespace Cwa.Graph.Engine;

/// <summary>
/// A parameter of a resolver that reads the field's arguments itself. Its constructor takes the field's context.
/// </summary>
public interface IArguments;

/// <summary>
/// Marks a class that adds something to each field whose method takes or returns it, such as the arguments of a list.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
internal abstract class FieldPartAttribute : Attribute
{
    /// <summary>Adds something to a field.</summary>
    /// <param name="field">The field.</param>
    /// <param name="method">The method that resolves it.</param>
    /// <param name="part">The marked class, as the method takes or returns it.</param>
    public abstract void Declare(FieldType field, MethodInfo method, Type part);
}
